import 'server-only';
import { PrismaClient } from '@prisma/client';
import { getAuth } from 'firebase-admin/auth';
import Stripe from 'stripe';

export const prisma = new PrismaClient();
export const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);
export const auth = getAuth();
