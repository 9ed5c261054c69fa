/**
 * US$ as AWS lists them for US East (N. Virginia), read in November 2026 from copies of its price
 * pages: dynamodb/pricing (on demand, since 1 November 2024), lambda, sqs, apigateway, cloudwatch
 * and s3/pricing. Jakarta is dearer, by our estimate a seventh: hence `jakarta`. None of them is
 * from a bill.
 */
export const prices = {
  jakarta: 1.15,
  millionWriteUnits: 0.625,
  millionReadUnits: 0.125,
  storedGbMonth: 0.25,
  backedUpGbMonth: 0.2,
  exportedGb: 0.1,
  lambdaGbSecond: 0.000_016_666_7,
  millionLambdaCalls: 0.2,
  millionHttpCalls: 1,
  millionSqsRequests: 0.4,
  loggedGb: 0.5,
} as const;
