/** Field of the form that takes in a file for an import → what is said of it when it is wrong. */
export const uploadFaults = { "source.name": "source", "source.url": "sourceUrl", "source.readOn": "readOn", file: "file" } as const;
