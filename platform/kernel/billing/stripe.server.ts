// Stripe behind the payment port.
import Stripe from 'stripe';
import { conflict, invalid, unavailable } from '../errors/index.ts';
import type { Checkout, CheckoutRequest, PaymentEvent, PaymentProvider } from './port.server.ts';

const KINDS: Record<string, PaymentEvent['kind']> = {
  'checkout.session.completed': 'paid',
  'checkout.session.expired': 'expired',
};

export interface StripeAccount {
  secretKey: string;
  webhookSecret: string;
  /** null = Stripe itself; a test names its double. */
  apiUrl: string | null;
}

export function stripeProvider(config: StripeAccount): PaymentProvider {
  const stripe = new Stripe(config.secretKey, {
    ...addressOf(config.apiUrl),
    telemetry: false,
    maxNetworkRetries: 1,
    timeout: 10_000,
  });
  return {
    openCheckout: (request) => open(stripe, request).catch(refuse),
    checkout: (id) => stripe.checkout.sessions.retrieve(id).then(checkoutOf).catch(refuse),
    readEvent: (rawBody, signature) => readEvent(stripe, rawBody, signature, config.webhookSecret),
  };
}

function addressOf(apiUrl: string | null) {
  if (!apiUrl) return {};
  const url = new URL(apiUrl);
  return {
    host: url.hostname,
    port: url.port || undefined,
    protocol: url.protocol === 'http:' ? ('http' as const) : ('https' as const),
  };
}

async function open(stripe: Stripe, request: CheckoutRequest): Promise<Checkout> {
  const item = {
    quantity: 1,
    price_data: { currency: 'rub', unit_amount: request.amountKopecks, product_data: { name: request.description } },
  };
  const session = await stripe.checkout.sessions.create(
    {
      mode: 'payment',
      line_items: [item],
      success_url: request.successUrl,
      cancel_url: request.cancelUrl,
      client_reference_id: request.reference,
    },
    { idempotencyKey: request.key },
  );
  return checkoutOf(session);
}

function checkoutOf(session: { id: string; url: string | null; payment_status: string }): Checkout {
  return { id: session.id, url: session.url, paid: session.payment_status === 'paid' };
}

function readEvent(stripe: Stripe, rawBody: Uint8Array, signature: string, secret: string): PaymentEvent {
  try {
    const event = stripe.webhooks.constructEvent(Buffer.from(rawBody), signature, secret);
    const object = event.data.object as {
      id?: string;
      object?: string;
      client_reference_id?: string | null;
      payment_status?: string;
    };
    const session = object.object === 'checkout.session' ? object : null;
    const kind = KINDS[event.type] ?? 'other';
    return {
      id: event.id,
      kind: kind === 'paid' && session?.payment_status !== 'paid' ? 'other' : kind,
      checkoutId: session?.id ?? null,
      reference: session?.client_reference_id ?? null,
      at: new Date(event.created * 1000),
    };
  } catch (cause) {
    throw invalid('platform.bad-signature', { cause });
  }
}

function refuse(error: unknown): never {
  if (error instanceof Stripe.errors.StripeIdempotencyError) throw conflict('platform.payment-repeated', { cause: error });
  if (error instanceof Stripe.errors.StripeInvalidRequestError) throw invalid('platform.payment-refused', { cause: error });
  throw unavailable('platform.payment-away', { cause: error });
}
