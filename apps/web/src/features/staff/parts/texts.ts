/** What several of the desk's pages say. */
export const texts = {
  status: {
    pending: "Held",
    confirmed: "Confirmed",
    cancelled: "Cancelled",
    expired: "Lapsed",
    completed: "Completed",
    no_show: "No-show",
  },
  noName: "No name",
  closed: "Closed",
  delayed: (clock: string) => `Delayed, was ${clock}`,
  soldOut: "Full",
  noResource: "No boat or crew free",
  undo: "Undo",
  undoIn: (seconds: number) => `Undo (${seconds})`,
  undone: "Taken back.",
  old: (moment: string) => `No connection. This is how it was at ${moment}; nothing can be changed until you are back online.`,
  oldProblem: (moment: string) => `The resort cannot be reached. This is how it was at ${moment}.`,
} as const;
