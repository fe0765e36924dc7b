export function Admin() {
  // ruleid: auth/client-side-only-gate
  if (localStorage.getItem('isAdmin') !== 'true') return null;
  return <Panel />;
}

export function Route({ children }) {
  // ruleid: auth/client-side-only-gate
  const allowed = sessionStorage.getItem('role') === 'admin';
  return allowed ? children : <Navigate to="/" />;
}

router.beforeEach((to) => {
  // ruleid: auth/client-side-only-gate
  if (!localStorage.getItem('isAuthenticated')) return '/login';
});

export function Shell() {
  // ruleid: auth/client-side-only-gate
  return window.localStorage.getItem('userRole') === 'owner' ? <Owner /> : <Guest />;
}

export function Theme() {
  // ok: auth/client-side-only-gate
  if (localStorage.getItem('theme') === 'dark') dark();
  // ok: auth/client-side-only-gate
  if (!localStorage.getItem('onboarded')) tour();
  // ok: auth/client-side-only-gate
  const language = localStorage.getItem('language') === 'de' ? 'de' : 'en';
  // ok: auth/client-side-only-gate
  localStorage.setItem('isAdmin', String(user.admin));
  // ok: auth/client-side-only-gate
  const cached = localStorage.getItem('cart');
  // ok: auth/client-side-only-gate
  if (session.role === 'admin') return <Panel language={language} cached={cached} />;
  return null;
}
