// Port of card payments. Money is integer kopecks; every call carries a key, so a call in doubt can be repeated.
export interface CheckoutRequest {
  /** Stable across retries: the provider answers the second call with the first result. */
  key: string;
  amountKopecks: number;
  /** What is paid for, as the payer reads it. */
  description: string;
  successUrl: string;
  cancelUrl: string;
  /** Comes back with the event: our own invoice. */
  reference: string;
}

export interface Checkout {
  id: string;
  /** Where to send the payer; null when it is over. */
  url: string | null;
  paid: boolean;
}

export interface PaymentEvent {
  id: string;
  /** Kinds we do not know are kept and answered 200. */
  kind: 'paid' | 'expired' | 'other';
  checkoutId: string | null;
  reference: string | null;
  at: Date;
}

export interface PaymentProvider {
  openCheckout(request: CheckoutRequest): Promise<Checkout>;
  checkout(id: string): Promise<Checkout>;
  /** Verifies the signature over the raw body; throws `invalid('platform.bad-signature')`. */
  readEvent(rawBody: Uint8Array, signature: string): PaymentEvent;
}
