// Door of payments: the port, and the adapter the configuration names.
export type { Checkout, CheckoutRequest, PaymentEvent, PaymentProvider } from './port.server.ts';
export { stripeProvider } from './stripe.server.ts';
