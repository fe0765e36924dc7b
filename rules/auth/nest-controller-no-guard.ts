import { Body, Controller, Delete, Get, Param, Patch, Post, Put, UseGuards } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import { CurrentUser } from './auth/current-user.decorator';
import { JwtAuthGuard } from './auth/jwt-auth.guard';
import { Roles, RolesGuard } from './auth/roles.guard';

@Controller('users')
export class UsersController {
  constructor(private readonly usersService: UsersService) {}

  // ok: auth/nest-controller-no-guard
  @Get()
  findAll() {
    return this.usersService.findAll();
  }

  // ruleid: auth/nest-controller-no-guard
  @Post()
  create(@Body() dto: CreateUserDto) {
    return this.usersService.create(dto);
  }

  // ok: auth/nest-controller-no-guard
  @UseGuards(JwtAuthGuard)
  @Patch(':id')
  update(@Param('id') id: string, @Body() dto: UpdateUserDto) {
    return this.usersService.update(id, dto);
  }

  // ruleid: auth/nest-controller-no-guard
  @Delete(':id')
  async remove(@Param('id') id: string) {
    await this.usersService.remove(id);
  }

  // A limit is no guard of whose it is.
  // ruleid: auth/nest-controller-no-guard
  @Put(':id/role')
  @UseGuards(ThrottlerGuard)
  setRole(@Param('id') id: string, @Body() dto: RoleDto) {
    return this.usersService.update(id, { role: dto.role });
  }
}

@Controller('orders')
@UseGuards(JwtAuthGuard, RolesGuard)
export class OrdersController {
  // ok: auth/nest-controller-no-guard
  @Post()
  create(@CurrentUser() user: User, @Body() dto: CreateOrderDto) {
    return this.orders.create(user, dto);
  }

  // ok: auth/nest-controller-no-guard
  @Roles('admin')
  @Delete(':id')
  remove(@Param('id') id: string) {
    return this.orders.delete(id);
  }
}

@Controller('auth')
export class AuthController {
  // ok: auth/nest-controller-no-guard
  @Post('login')
  login(@Body() dto: LoginDto) {
    return this.sessions.create(dto);
  }

  // ok: auth/nest-controller-no-guard
  @Post('register')
  register(@Body() dto: RegisterDto) {
    return this.users.create(dto);
  }
}

@Controller('webhooks')
export class WebhooksController {
  // ok: auth/nest-controller-no-guard
  @Post('stripe')
  async stripe(@Body() body: Buffer) {
    await this.events.create({ data: body });
  }
}

@Controller({ path: 'products', version: '1' })
export class ProductsController {
  // ruleid: auth/nest-controller-no-guard
  @Post('import')
  async import(@Body() rows: ProductDto[]) {
    await this.repository.save(rows);
  }

  // ok: auth/nest-controller-no-guard
  @Post('price')
  price(@Body() dto: PriceDto) {
    return { total: dto.amount * dto.count };
  }
}
