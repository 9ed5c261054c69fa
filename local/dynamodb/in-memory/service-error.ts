/** What DynamoDB answers instead: the SDK makes its own error of it, by the name. */
export class ServiceError extends Error {
  readonly more: object;

  constructor(name: string, message: string, more: object = {}) {
    super(message);
    this.name = name;
    this.more = more;
  }
}

export const invalid = (message: string): ServiceError =>
  new ServiceError('ValidationException', message);
