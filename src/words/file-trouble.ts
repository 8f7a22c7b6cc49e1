const TROUBLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EMFILE: 'too many files are open',
  ELOOP: 'its links go in a circle',
  ENAMETOOLONG: 'the name is too long',
  EEXIST: 'it exists already',
}

/** What an error of the file system means, as the end of a sentence: `permission is denied`. */
export function fileTrouble(error: unknown): string {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException
  return TROUBLE[code] ?? message
}
