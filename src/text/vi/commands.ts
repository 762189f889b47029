/** What undo, redo and the history name: `command.<name>`, with the values of the journal label. */
export const commands = {} as const satisfies Record<`command.${string}`, string>;
