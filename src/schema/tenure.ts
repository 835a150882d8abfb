/** Who held which office when. */
export {};
