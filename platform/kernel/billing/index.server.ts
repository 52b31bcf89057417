// Door of payments: the port and its adapter for Stripe.
export type { Checkout, CheckoutRequest, PaymentEvent, PaymentProvider } from './port.server.ts';
export { type StripeAccount, stripeProvider } from './stripe.server.ts';
