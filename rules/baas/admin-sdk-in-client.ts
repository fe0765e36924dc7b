// ok: baas/admin-sdk-in-client
import { PrismaClient } from '@prisma/client';
// ok: baas/admin-sdk-in-client
import Stripe from 'stripe';
