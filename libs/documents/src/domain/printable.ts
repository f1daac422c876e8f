/** What no paper can show, and XML cannot hold; tabs and line breaks are fine. Lone surrogates are no characters. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/u;
const EVERY = new RegExp(UNPRINTABLE, 'gu');

export const isPrintable = (text: string): boolean => !UNPRINTABLE.test(text);

/** Without what cannot be shown: data are checked when they are saved, settings and names come from elsewhere. */
export const printable = (text: string): string => text.replace(EVERY, '');
