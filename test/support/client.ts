/** A program that calls the API: keeps its cookie, speaks JSON, shows what came back. */

// biome-ignore lint/suspicious/noExplicitAny: a test looks into replies whose shape is what it tests
export type Reply = { status: number; headers: Headers; body: any; text: string };

export type Client = {
  get: (path: string, headers?: Record<string, string>) => Promise<Reply>;
  post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;
  put: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Reply>;
  patch: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Reply>;
  delete: (path: string) => Promise<Reply>;
  /** Sends a form as a browser does, without following where it leads. */
  submit: (path: string, fields: Record<string, string>, headers?: Record<string, string>) => Promise<Reply>;
  head: (path: string) => Promise<Reply>;
};

/** A client without a session. */
export function createClient(baseUrl: string): Client {
  let cookie: string | undefined;

  async function call(
    method: string,
    path: string,
    body?: BodyInit,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await fetch(new URL(path, baseUrl), {
      method,
      redirect: 'manual',
      headers: { ...(cookie && { cookie }), ...headers },
      ...(body !== undefined && { body }),
    });
    for (const set of response.headers.getSetCookie()) cookie = set.split(';')[0];
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text ? JSON.parse(text) : undefined,
    };
  }

  const json =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      call(method, path, body === undefined ? undefined : JSON.stringify(body), {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      });

  return {
    get: (path, headers) => call('GET', path, undefined, headers),
    head: (path) => call('HEAD', path),
    delete: (path) => call('DELETE', path),
    post: json('POST'),
    put: json('PUT'),
    patch: json('PATCH'),
    submit: (path, fields, headers) =>
      call('POST', path, new URLSearchParams(fields).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      }),
  };
}
