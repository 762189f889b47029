/** What a site check says: `check.<reason>`. */
export const checks = {} as const satisfies Record<`check.${string}`, string>;
