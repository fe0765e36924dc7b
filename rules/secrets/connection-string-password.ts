import { Pool } from 'pg';
import mongoose from 'mongoose';

// ruleid: secrets/connection-string-password
const pool = new Pool({ connectionString: 'postgresql://shop_app:Winter-Rain-77@db.acme-shop.net:5432/shop' });
// ruleid: secrets/connection-string-password
await mongoose.connect("mongodb+srv://reporting:plum9Harbor@cluster0.k3xq1.mongodb.net/reports?retryWrites=true");
// ruleid: secrets/connection-string-password
const redis = new Redis(process.env.REDIS_URL || 'rediss://:harbour42lantern@redis-12044.c55.eu-central-1-1.ec2.cloud.redislabs.com:12044');
// ruleid: secrets/connection-string-password
const queue = await amqp.connect(`amqps://worker:Tidal%21Wave9@rabbit.acme-shop.net/jobs`);
// ruleid: secrets/connection-string-password
const async = 'postgresql+asyncpg://svc_api:Winter-Rain-78@10.2.14.8/app';
// ruleid: secrets/connection-string-password
const signs = 'mysql://admin:P@ssw0rd!@mysql.acme-shop.net:3306/orders';
// ruleid: secrets/connection-string-password
const ado = 'Server=tcp:acme-shop.database.windows.net,1433;Initial Catalog=shop;User ID=shop;Password=Winter-Rain-79;Encrypt=True;';
// ruleid: secrets/connection-string-password
const odbc = "Data Source=sql.acme-shop.net;User Id=sa;Pwd=Winter-Rain-80;";
// ruleid: secrets/connection-string-password
const jdbc = 'jdbc:postgresql://db.acme-shop.net:5432/shop?user=shop&password=Winter-Rain-81';
// ruleid: secrets/connection-string-password
const prefixed = 'postgres://app:Winter-Rain-82@postgres.acme-shop.net/app';

// ok: secrets/connection-string-password
const fromEnvironment = new Pool({ connectionString: process.env.DATABASE_URL });
// ok: secrets/connection-string-password
const local = 'postgres://postgres:postgres@localhost:5432/app';
// ok: secrets/connection-string-password
const localPassword = 'postgresql://app:password@127.0.0.1:5432/app';
// ok: secrets/connection-string-password
const compose = 'mysql://root:secret@mysql:3306/app';
// ok: secrets/connection-string-password
const service = 'redis://default:changeme@redis:6379/0';
// ok: secrets/connection-string-password
const filledIn = `postgres://${user}:${password}@${host}:5432/${name}`;
// ok: secrets/connection-string-password
const host = `postgres://app:${encodeURIComponent(password)}@db.acme-shop.net/app`;
// ok: secrets/connection-string-password
const format = 'mongodb+srv://%s:%s@cluster0.k3xq1.mongodb.net/app';
// ok: secrets/connection-string-password
const documented = 'mongodb+srv://<username>:<password>@cluster0.k3xq1.mongodb.net/app';
// ok: secrets/connection-string-password
const shape = 'postgresql://user:password@host:5432/database';
// ok: secrets/connection-string-password
const example = 'postgresql://shop_app:Winter-Rain-77@db.example.com:5432/shop';
// ok: secrets/connection-string-password
const yours = 'mongodb+srv://admin:your_password@cluster0.k3xq1.mongodb.net/app';
// ok: secrets/connection-string-password
const masked = 'postgres://app:********@db.acme-shop.net/app';
// ok: secrets/connection-string-password
const noPassword = 'postgres://app@db.acme-shop.net/app';
// ok: secrets/connection-string-password
const noUser = 'redis://redis-12044.c55.eu-central-1-1.ec2.cloud.redislabs.com:12044';
// ok: secrets/connection-string-password
const same = 'postgres://reporting:reporting@db.acme-shop.net/app';
// ok: secrets/connection-string-password
const template = 'postgres://app:{{ db_password }}@db.acme-shop.net/app';
// ok: secrets/connection-string-password
const localServer = 'Server=localhost;Database=shop;User Id=sa;Password=Winter-Rain-79;';
// ok: secrets/connection-string-password
const integrated = 'Server=sql.acme-shop.net;Database=shop;Integrated Security=True;';
// ok: secrets/connection-string-password
const yoursAdo = 'Server=sql.acme-shop.net;Database=shop;User Id=app;Password={password};';
// ok: secrets/connection-string-password
const mail = { url: 'https://redis.io/docs', note: 'redis://host:port, then user:pass' };
