import { CfnOutput, Stack, Validations } from 'aws-cdk-lib';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpRoute,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { apiFunctions, type Backend } from '#lib/api/functions';
import { httpStage, paymentCall } from '#lib/api/http-stage';
import type { Ground } from '#lib/function';
import { canaries } from '#lib/function/canary';
import type { SignIn } from '#lib/sign-in';
import { routes } from '#triggers';

/** The API without its routes: the console needs its address, and sign-in needs the console's. */
export function httpApi(stack: Stack): HttpApi {
  const scope = new Construct(stack, 'Api');
  const http = new HttpApi(scope, 'Http', { apiName: stack.stackName, createDefaultStage: false });
  new CfnOutput(stack, 'ApiUrl', { value: http.apiEndpoint });
  return http;
}

/** Every route of triggers.ts, each to the version of its handler that is live. */
export function api(http: HttpApi, { signIn, ...backend }: Behind, ground: Ground): void {
  const scope = http.node.scope as Construct;
  const functions = apiFunctions(scope, backend, ground);
  const live = canaries(Stack.of(http), ground.stage);
  const authorizer = userPoolAuthorizer(signIn);
  const integrations = new Map<string, HttpLambdaIntegration>();
  const added = new Map<string, HttpRoute>();
  for (const { method, path, roles, handler } of routes) {
    const integration =
      integrations.get(handler) ??
      new HttpLambdaIntegration(handler, live(functions[handler]), onePermission);
    integrations.set(handler, integration);
    const open = typeof roles === 'string';
    const [route] = http.addRoutes({
      path,
      methods: [HttpMethod[method]],
      integration,
      authorizer: open ? new HttpNoneAuthorizer() : authorizer,
    });
    if (route) added.set(`${method} ${path}`, route);
    if (route && open) acknowledgeOpen(route, roles);
  }
  httpStage(scope, { http, paymentRoute: added.get(paymentCall) }, ground);
}

/** Of this API for each function, and not one a route: a stack has at most 500 resources. */
const onePermission = { scopePermissionToRoute: false };

type Behind = Backend & Readonly<{ signIn: SignIn }>;

/** The authorizer checks the token, and functions/handlers/admit.ts the groups. */
const userPoolAuthorizer = ({ pool, client }: SignIn): HttpUserPoolAuthorizer =>
  new HttpUserPoolAuthorizer('Users', pool, { userPoolClients: [client] });

const whyOpen = {
  signature: 'Channels sign body and time (Standard Webhooks), or the handler answers 401.',
  anyone: 'Programmers read the description of the API, which says nothing of people.',
} as const;

const acknowledgeOpen = (route: HttpRoute, roles: keyof typeof whyOpen): void => {
  Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: whyOpen[roles] });
};
