// Pages of sign-in and the profile: outside the cabinet's layout.
import { layout, type RouteConfigEntry, route } from '@remix-run/route-config';

export const authRoutes: RouteConfigEntry[] = [
  layout('layouts/bare.tsx', [
    route('sign-in', 'routes/auth/sign-in.tsx'),
    route('second-factor', 'routes/auth/second-factor.tsx'),
    route('setup-second-factor', 'routes/auth/setup-second-factor.tsx'),
    route('me', 'routes/auth/me.tsx'),
  ]),
  route('sign-out', 'routes/auth/sign-out.ts'),
];
