/** A type of file we take; its code is the extension of its content. */
export interface FileType {
  readonly mime: string;
  /** Extensions that agree with the content. */
  readonly extensions: readonly string[];
  /** Shown within the browser; everything else is saved. */
  readonly inline: boolean;
}

/** What may be uploaded. Old Word and Excel files have one container, so the name tells them apart. */
export const FILE_TYPES = {
  pdf: { mime: 'application/pdf', extensions: ['pdf'], inline: true },
  png: { mime: 'image/png', extensions: ['png'], inline: true },
  jpg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'], inline: true },
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    inline: false,
  },
  xlsx: {
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    inline: false,
  },
  doc: { mime: 'application/msword', extensions: ['doc'], inline: false },
  xls: { mime: 'application/vnd.ms-excel', extensions: ['xls'], inline: false },
  ofd: { mime: 'application/ofd', extensions: ['ofd'], inline: false },
  mp3: { mime: 'audio/mpeg', extensions: ['mp3'], inline: false },
  wav: { mime: 'audio/wav', extensions: ['wav'], inline: false },
  mp4: { mime: 'video/mp4', extensions: ['mp4', 'm4a'], inline: false },
} as const satisfies Record<string, FileType>;
export type FileTypeCode = keyof typeof FILE_TYPES;
export const FILE_TYPE_CODES = Object.keys(FILE_TYPES) as FileTypeCode[];

/** Lower-case extension of a name; empty if it has none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** The type by which a file of this content and name is kept; undefined if the two do not agree. */
export function agreedType(detected: FileTypeCode, name: string): FileTypeCode | undefined {
  const extension = extensionOf(name);
  const candidates: FileTypeCode[] = detected === 'doc' ? ['doc', 'xls'] : [detected];
  return candidates.find((code) => (FILE_TYPES[code].extensions as readonly string[]).includes(extension));
}
