/**
 * Exit statuses, the same for every command; those of `check` are a contract with build servers. `fault` is an error of the
 * program itself.
 */
export const EXIT = { ok: 0, findings: 1, badUse: 2, fault: 70 } as const
