/** A refusal as S3 gives it: a status, and a code for programs in XML. */
export class S3Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const refusalXml = ({ code, message }: S3Refusal): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code>` +
  `<Message>${escaped(message)}</Message></Error>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

export const denied = (message: string): S3Refusal => new S3Refusal(403, 'AccessDenied', message);
