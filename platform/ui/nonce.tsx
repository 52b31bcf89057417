// The nonce of the page's CSP: known on the server only, the browser does not need it again.
import { createContext, useContext } from 'react';

export const NonceContext = createContext<string | undefined>(undefined);

export const useNonce = () => useContext(NonceContext);
