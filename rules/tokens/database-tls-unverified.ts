import fs from 'node:fs';
import mysql from 'mysql2/promise';
import { Client, Pool } from 'pg';
import { Sequelize } from 'sequelize';
import { DataSource } from 'typeorm';

// ruleid: tokens/database-tls-unverified
export const pool = new Pool({ connectionString: process.env.DATABASE_URL, ssl: { rejectUnauthorized: false } });
// ok: tokens/database-tls-unverified
export const checked = new Pool({ connectionString: process.env.DATABASE_URL, ssl: { ca: fs.readFileSync('ca.pem'), rejectUnauthorized: true } });
// ok: tokens/database-tls-unverified
export const local = new Client({ host: 'localhost', port: 5432, ssl: { rejectUnauthorized: false } });

export const sequelize = new Sequelize(process.env.DATABASE_URL!, {
  dialect: 'postgres',
  // ruleid: tokens/database-tls-unverified
  dialectOptions: { ssl: { require: true, rejectUnauthorized: false } },
});

// ruleid: tokens/database-tls-unverified
export const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, ssl: { rejectUnauthorized: false } });
// ok: tokens/database-tls-unverified
export const byEnvironment = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, ssl: true });

export async function connect() {
  // ruleid: tokens/database-tls-unverified
  const connection = await mysql.createConnection({ host: process.env.DB_HOST, ssl: { rejectUnauthorized: false } });
  // ok: tokens/database-tls-unverified
  const strict = await mysql.createConnection({ host: process.env.DB_HOST, ssl: { minVersion: 'TLSv1.2' } });
  return [connection, strict];
}
