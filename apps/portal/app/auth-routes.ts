// Pages of sign-in; `bare` ones stand without navigation.
import { type RouteConfigEntry, route } from '@remix-run/route-config';

export const authRoutes: RouteConfigEntry[] = [
  route('sign-in', 'routes/auth/sign-in.tsx'),
  route('sign-in/code', 'routes/auth/sign-in-code.tsx'),
  route('consent', 'routes/auth/consent.tsx'),
  route('staff/sign-in', 'routes/auth/staff-sign-in.tsx'),
  route('staff/second-factor', 'routes/auth/second-factor.tsx'),
  route('staff/setup-second-factor', 'routes/auth/setup-second-factor.tsx'),
  route('staff/forgot', 'routes/auth/forgot-password.tsx'),
  route('staff/reset/:token', 'routes/auth/reset-password.tsx'),
  route('join/:token', 'routes/auth/join.tsx'),
  route('sign-out', 'routes/auth/sign-out.tsx'),
];

/** The profile stands in the layout of everybody who is signed in. */
export const profileRoutes: RouteConfigEntry[] = [route('me', 'routes/auth/me.tsx'), route('me/data', 'routes/auth/me-data.tsx')];

/** Inside the company's cabinet. */
export const employeeRoutes: RouteConfigEntry[] = [route('company/employees', 'routes/auth/employees.tsx')];
