// Tells Remix's types that single fetch is on: every project with route code includes this file.
import '@remix-run/node';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}
