import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEvent, SQSEvent } from 'aws-lambda';
import { onCall, onRequest } from 'firebase-functions/v2/https';
import { getAuth } from 'firebase-admin/auth';
import { getFirestore } from 'firebase-admin/firestore';
import { verifyToken } from './auth';

declare const documents: DynamoDBDocumentClient;

// ruleid: auth/serverless-handler-unauthenticated
export const handler = async (event: APIGatewayProxyEvent) => {
  await documents.send(new PutCommand({ TableName: 'orders', Item: JSON.parse(event.body ?? '{}') }));
  return { statusCode: 201, body: '' };
};

// ok: auth/serverless-handler-unauthenticated
export const update = async (event: APIGatewayProxyEvent) => {
  const owner = event.requestContext.authorizer?.claims.sub;
  await documents.send(new PutCommand({ TableName: 'orders', Item: { owner, ...JSON.parse(event.body ?? '{}') } }));
  return { statusCode: 200, body: '' };
};

// ok: auth/serverless-handler-unauthenticated
export const remove = async (event: APIGatewayProxyEvent) => {
  const claims = await verifyToken(event.headers.Authorization);
  await documents.send(new PutCommand({ TableName: 'orders', Item: { owner: claims.sub, gone: true } }));
  return { statusCode: 204, body: '' };
};

// A queue is no caller.
// ok: auth/serverless-handler-unauthenticated
export const consume = async (event: SQSEvent) => {
  for (const record of event.Records) await documents.send(new PutCommand({ TableName: 'log', Item: JSON.parse(record.body) }));
};

// ok: auth/serverless-handler-unauthenticated
export const health = async (event: APIGatewayProxyEvent) => ({ statusCode: 200, body: event.path });

// ruleid: auth/serverless-handler-unauthenticated
export const addNote = onRequest(async (request, response) => {
  await getFirestore().collection('notes').doc().create({ text: request.body.text });
  response.sendStatus(201);
});

// ok: auth/serverless-handler-unauthenticated
export const addOwnNote = onRequest(async (request, response) => {
  const token = await getAuth().verifyIdToken(request.headers.authorization?.split(' ')[1] ?? '');
  await getFirestore().collection('notes').doc().create({ text: request.body.text, owner: token.uid });
  response.sendStatus(201);
});

// ruleid: auth/serverless-handler-unauthenticated
export const removeNote = onCall(async ({ data }) => {
  await getFirestore().doc(`notes/${data.id}`).delete();
});

// ok: auth/serverless-handler-unauthenticated
export const editNote = onCall(async (request) => {
  if (!request.auth) throw new Error('unauthenticated');
  await getFirestore().doc(`notes/${request.data.id}`).update({ text: request.data.text });
});
