import type { TourStop } from '../tour.ts'

type TourWords = {
  readonly title: string
  readonly stop: (number: number, of: number) => string
  readonly screen: Readonly<Record<TourStop, string>>
  readonly plain: Readonly<Record<TourStop, string>>
}

/** What the tour says at each stop, on the full screen and in lines of text. */
export const TOUR_WORDS: TourWords = {
  title: 'Tour',
  stop: (number, of) => `${number} of ${of}`,
  screen: {
    film: 'A film shows one frame on its way through a network. → goes one step on, ← one step back, Space lets it run. The line below the picture counts the steps.',
    tags: 'The frame is drawn with its tags, the outermost first. It grows when a switch writes a tag and shrinks when one is removed. Below stand its hops: the same frame on each cable.',
    why: 'w says why a step came out so: the rule, the configuration lines responsible, the port. All of it is read from a simulation; nothing is drawn by hand.',
    bytes: 'b shows the bytes of the frame, and Tab goes through its hops.',
    question:
      'A film stops before the step that decides, and asks what comes next. A wrong answer is explained and costs nothing; "I don\'t know" is an answer too.',
    check:
      'On the first screen f reads a configuration of yours. Each attack is tried on each port, in simulation, as here on a small switch; each verdict can be watched as a film, and each fix says what it would cut.',
    around:
      '? names the keys of the screen you are on, and says why one does nothing at the moment. / finds words, T explains the terms of the trade, Esc goes one level back and never quits, q leaves. What you did is kept.',
  },
  plain: {
    film: 'A film tells of one frame on its way through a network, one sentence a step. Enter goes on, b goes back, q leaves; a line that is no answer is asked for again.',
    tags: 'Behind the sentence stands what the frame carries: its tags, the outermost first, and how long it is.',
    why: 'Each sentence comes with its reason: what the switch read, and which line or default it goes by. All of it is read from a simulation.',
    bytes: 'The commands "vlan-dojo attack" and "vlan-dojo check" write the bytes to a capture file.',
    question:
      'A film stops before the step that decides, and asks what comes next. A wrong answer is explained and costs nothing; 0 says that you do not know.',
    check:
      'A checklist reads a configuration of yours. Each attack is tried on each port, in simulation, as here on a small switch; each verdict can be told step by step, and each fix says what it would cut.',
    around:
      'The menu has all of it: lessons, checklists, review, search, glossary, settings. q leads one level back, and leaves from the menu. What you did is kept.',
  },
}
