import { fileURLToPath } from 'node:url';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogLevel, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { type HandlerName, handlerModule } from '#triggers';

/** The bundle includes the SDK, so that what runs is what was tested, not Lambda's own version. */
export const bundle = (handler: HandlerName) => ({
  entry: path(`${handlerModule(handler).replace('#', 'functions/')}.ts`),
  projectRoot: path('.'),
  depsLockFilePath: path('package-lock.json'),
  runtime: Runtime.NODEJS_24_X,
  architecture: Architecture.ARM_64,
  // It would set a variable that only version 2 of the SDK reads.
  awsSdkConnectionReuse: false,
  bundling: {
    format: OutputFormat.ESM,
    target: 'node24',
    mainFields: ['module', 'main'],
    // CommonJS dependencies call `require`, which an ES module does not have.
    banner:
      "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    bundleAwsSDK: true,
    minify: true,
    keepNames: true,
    esbuildArgs: {
      '--alias:@aws-sdk/credential-provider-node': path('functions/aws/credentials.ts'),
    },
    sourceMap: true,
    sourcesContent: false,
    logLevel: LogLevel.WARNING,
    commandHooks: { beforeBundling: () => [], beforeInstall: () => [], afterBundling: copyData },
  },
});

/** functions/domain/reference.ts reads its tables from `data/` beside itself. */
const copyData = (root: string, bundle: string): string[] => [
  `cp -R "${root}/functions/domain/data" "${bundle}/data"`,
];

const path = (relative: string): string =>
  fileURLToPath(new URL(`../../${relative}`, import.meta.url));
