// The only door of the design system to the router: replacing the framework touches this file.
export {
  Form as RouterForm,
  isRouteErrorResponse,
  Link,
  useFetcher,
  useLocation,
  useNavigate,
  useNavigation,
  useResolvedPath,
  useRouteError,
  useSubmit,
} from '@remix-run/react';
