/**
 * Django: views that are functions (their first parameter is the request) or classes, REST framework's views and view sets,
 * and django-ninja's operations. Guards are decorators, mix-ins before the view, and `permission_classes`. Paths stand in
 * another file. `AllowAny`, an empty list and `auth=None` say that anyone is let in; without any of these the project's
 * settings decide.
 * https://docs.djangoproject.com/en/stable/topics/auth/default/#limiting-access-to-logged-in-users,
 * https://www.django-rest-framework.org/api-guide/permissions/
 */
import type { Node, Shape } from '../../model/tree.ts';
import { argsOf, decoratorMeant, decoratorName, decoratorOf, fieldOf, firstArg, namedArg } from '../decorator.ts';
import { isGuardName } from '../guard-name.ts';
import type { Framework, Guarding, Route } from '../route.ts';
import { factsOf, lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';
import { nameOf } from './controller.ts';

const speaks = /\b(?:from|import)\s+(?:django|rest_framework|ninja|ninja_extra)\b/;

export const django: Framework = {
  routes(tree, isGuard) {
    return speaks.test(tree.source) ? new DjangoFile(tree, isGuard).routes() : [];
  },
  knowsUsers: ({ source }) =>
    /\b(?:login_required|permission_required|user_passes_test|LoginRequiredMixin|PermissionRequiredMixin|IsAuthenticated\w*|IsAdminUser|django\.contrib\.auth(?!\.models)|rest_framework_simplejwt|JWTAuthentication|TokenAuthentication)\b|request\.user\b/.test(
      source,
    ),
};

/** Methods of views and view sets, and the HTTP method that each answers. */
const viewMethods: Readonly<Record<string, string>> = {
  post: 'post',
  put: 'put',
  patch: 'patch',
  delete: 'delete',
  get: 'get',
  create: 'post',
  update: 'put',
  partial_update: 'patch',
  destroy: 'delete',
  retrieve: 'get',
  form_valid: 'post',
};
/** View sets and generic views that write without a method of their own, and what they write. */
const writers =
  /^(?:ModelViewSet|CreateModelMixin|UpdateModelMixin|DestroyModelMixin|CreateAPIView|UpdateAPIView|DestroyAPIView|ListCreateAPIView|RetrieveUpdateAPIView|RetrieveDestroyAPIView|RetrieveUpdateDestroyAPIView)$/;
const views = /(?:View|ViewSet|ViewSetMixin|APIView|Mixin)$/;
const notViews =
  /(?:Admin|Serializer|Form|Model|Manager|Test|TestCase|Middleware|Command|Config|Permission|Backend|Field|Handler)$/;

class DjangoFile {
  constructor(
    private readonly tree: Tree,
    private readonly isGuard: (name: string) => boolean,
  ) {}

  routes(): Route[] {
    const found: Route[] = [];
    const { program } = this.tree;
    for (const node of program.kind === 'program' ? program.body : []) {
      if (node.kind === 'func') found.push(...this.view(node));
      if (node.kind === 'class') found.push(...this.views(node));
    }
    return found;
  }

  // ---- functions

  private view(func: Shape<'func'>): Route[] {
    const [first] = func.params;
    const ninja = func.decorators.find(
      (node) =>
        node.kind === 'call' && node.callee.kind === 'member' && /^(?:post|put|patch|delete|get)$/.test(lastName(node.callee)),
    );
    if (first?.kind !== 'param' || !/^_?request$/.test(lastName(first.target)) || nameOf(func).startsWith('_') || !func.body)
      return [];
    // Middleware, context processors and the like take a request too, but look at no more than it.
    if (!ninja && !/\b(?:HttpResponse\w*|JsonResponse|Response|render|redirect)\b/.test(this.textOf(func.body))) return [];
    const facts = factsOf(func.body, this.tree);
    const method = ninja ? decoratorName(ninja) : this.methodOf(func, facts.touchesData);
    if (ninja && !/\bninja\b/.test(this.tree.source)) return [];
    const permissions = decoratorOf(func.decorators, /^permission_classes$/);
    const listed = permissions && firstArg(permissions);
    const anyone = listed ? this.letsAnyoneIn(listed) : ninja ? isNull(namedArg(ninja, 'auth')) : false;
    const own = strongest([
      ...func.decorators.filter((node) => node !== permissions && node !== ninja).map((node) => this.decorator(node)),
      listed && !anyone ? 'guard' : 'none',
      ninja && namedArg(ninja, 'auth') && !anyone ? 'guard' : 'none',
    ]);
    // Without the decorator of REST framework, a plain view of Django that only reads is everyday work.
    const path = ninja ? firstArg(ninja) : null;
    return [
      {
        method,
        path: path?.kind === 'string' ? path.value : null,
        start: func.start,
        end: func.name?.end ?? func.start,
        name: nameOf(func),
        handler: func,
        own,
        before: [ninja && /\b(?:NinjaAPI|Router)\([^)]*auth\s*=/.test(this.tree.source) && !anyone ? 'guard' : 'none'],
        owner: ninja ? 'ninja' : 'functions',
        open: true,
        guardText: func.decorators.map((node) => this.textOf(node)).join(' '),
        ...(anyone && { explicit: true }),
      },
    ];
  }

  private methodOf(func: Shape<'func'>, touchesData: boolean): string {
    const listed = decoratorOf(func.decorators, /^(?:api_view|require_http_methods)$/);
    if (listed) {
      const text = argsOf(listed)
        .map((arg) => this.textOf(arg))
        .join(' ');
      return /['"](POST|PUT|PATCH|DELETE)['"]/.exec(text)?.[1]?.toLowerCase() ?? 'get';
    }
    if (decoratorOf(func.decorators, /^require_POST$/)) return 'post';
    if (decoratorOf(func.decorators, /^require_(?:GET|safe)$/)) return 'get';
    const text = func.body ? this.textOf(func.body) : '';
    const writes =
      touchesData && /\.(?:save|delete|create|bulk_create|update|get_or_create|update_or_create|add|remove)\(/.test(text);
    return writes ? 'post' : 'get';
  }

  // ---- classes

  private *views(holder: Shape<'class'>): Generator<Route> {
    const bases = holder.supers.filter((node) => node.kind !== 'named').map(lastName);
    if (!bases.some((name) => views.test(name)) || bases.some((name) => notViews.test(name)) || notViews.test(nameOf(holder)))
      return;
    const shared = this.onClass(holder, bases);
    const key = holder;
    const base = {
      path: null,
      name: nameOf(holder),
      before: [shared.before],
      owner: key,
      open: true,
      guardText: shared.text,
      ...(shared.anyone && { explicit: true }),
    };
    let written = false;
    for (const func of holder.body) {
      if (func.kind !== 'func') continue;
      const action = decoratorOf(func.decorators, /^action$/);
      const permissions = action && namedArg(action, 'permission_classes');
      const anyone = permissions ? this.letsAnyoneIn(permissions) : shared.anyone;
      const method = action ? this.actionMethod(action) : viewMethods[nameOf(func)];
      if (method === undefined || (!action && httpMethods.test(nameOf(func)) && !takesRequest(func))) continue;
      written ||= method !== 'get';
      yield {
        ...base,
        method,
        start: func.start,
        end: func.body ? func.body.start : func.end,
        handler: func,
        own:
          permissions && !anyone
            ? 'guard'
            : anyone
              ? 'none'
              : strongest([shared.own, ...func.decorators.map((node) => this.decorator(node))]),
        ...(anyone && { explicit: true }),
      };
    }
    if (!written && bases.some((name) => writers.test(name)))
      yield {
        ...base,
        method: 'post',
        start: holder.start,
        end: holder.name?.end ?? holder.start,
        handler: holder,
        own: shared.own,
      };
  }

  private onClass(
    holder: Shape<'class'>,
    bases: readonly string[],
  ): { own: Guarding; before: Guarding; anyone: boolean; text: string } {
    const permissions = fieldOf(holder, 'permission_classes');
    const authentication = fieldOf(holder, 'authentication_classes');
    const anyone = permissions ? this.letsAnyoneIn(permissions) : false;
    const computed = holder.body.some(
      (node) => node.kind === 'func' && /^(?:get_permissions|check_permissions|dispatch|initial|test_func)$/.test(nameOf(node)),
    );
    // A mix-in behind the view comes too late.
    const mixins = bases.slice(0, Math.max(1, bases.findIndex((name) => /View(?:Set)?$/.test(name)) + 1));
    const own = strongest([
      permissions && !anyone ? 'guard' : 'none',
      ...mixins.map(
        (name): Guarding =>
          /Required|PassesTest|Permission|Access|Auth|Login|Staff|Superuser|Secure|Protected|Owner/.test(name) ||
          this.isGuard(name)
            ? 'guard'
            : 'none',
      ),
      ...holder.decorators.map((node) => this.decorator(node)),
    ]);
    const known = bases.every((name) =>
      /^(?:View|APIView|TemplateView|FormView|CreateView|UpdateView|DeleteView|DetailView|ListView|GenericAPIView|GenericViewSet|ViewSet|ModelViewSet|\w+ModelMixin|\w+APIView|RedirectView)$/.test(
        name,
      ),
    );
    return {
      own: computed && own === 'none' ? 'guard' : own,
      before: known ? 'none' : 'maybe',
      anyone: anyone || (isEmptyList(authentication) && (permissions === null || anyone)),
      text: [permissions, ...holder.decorators, ...holder.supers].map((node) => (node ? this.textOf(node) : '')).join(' '),
    };
  }

  private actionMethod(action: Node): string {
    const methods = namedArg(action, 'methods');
    const text = methods ? this.textOf(methods) : '';
    return /['"](post|put|patch|delete)['"]/i.exec(text)?.[1]?.toLowerCase() ?? 'get';
  }

  // ---- guards

  private letsAnyoneIn(list: Node): boolean {
    if (list.kind !== 'array') return false;
    return list.elements.length === 0 || list.elements.every((item) => lastName(item) === 'AllowAny');
  }

  private decorator(node: Node): Guarding {
    const name = decoratorMeant(node, this.tree.names);
    if (name === 'method_decorator') {
      const [target] = argsOf(node);
      const all = target?.kind === 'array' ? target.elements : target ? [target] : [];
      return strongest(all.map((inner) => this.decorator(inner)));
    }
    if (
      /^(?:login_not_required|csrf_exempt|csrf_protect|require_\w+|api_view|ensure_csrf_cookie|never_cache|cache_\w+|transaction|atomic|ratelimit|action|extend_schema|swagger_auto_schema|throttle_classes|authentication_classes|renderer_classes|parser_classes|staticmethod|sensitive_post_parameters|receiver|xframe_options_\w+|gzip_page|vary_on_\w+|wraps)$/.test(
        name,
      )
    )
      return 'none';
    if (
      this.isGuard(name) ||
      isGuardName(name) ||
      /required|passes_test|permission|login|auth|staff|superuser|admin|signature|verified|token|owner/i.test(name)
    )
      return 'guard';
    return 'maybe';
  }

  private textOf(node: Node): string {
    return this.tree.source.slice(node.start, node.end);
  }
}

const isNull = (node: Node | null): boolean => node?.kind === 'null';
const isEmptyList = (node: Node | null): boolean => node?.kind === 'array' && node.elements.length === 0;

const strongest = (all: readonly Guarding[]): Guarding =>
  all.includes('guard') ? 'guard' : all.includes('maybe') ? 'maybe' : 'none';

const httpMethods = /^(?:get|post|put|patch|delete)$/;

/** `def delete(self, request, …)` and `def delete(self, *args, …)`; `delete(self, name)` is a method of something else. */
function takesRequest({ params }: Shape<'func'>): boolean {
  const second = params[1];
  return (
    second !== undefined &&
    (second.kind !== 'param' || second.variadic !== '' || /^_?req(?:uest)?$/.test(lastName(second.target)))
  );
}
