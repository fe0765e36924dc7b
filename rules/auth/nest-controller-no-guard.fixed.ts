import { Body, Controller, Delete, Get, Module, Param, Post, UseGuards } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CurrentUser } from './auth/current-user.decorator';
import { JwtAuthGuard } from './auth/jwt-auth.guard';
import { Public } from './auth/public.decorator';
import { CreateNoteDto } from './notes.dto';
import { NotesService } from './notes.service';

@Controller('notes')
@UseGuards(JwtAuthGuard)
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Post()
  create(@CurrentUser() user: User, @Body() dto: CreateNoteDto) {
    return this.notes.create(user.id, dto);
  }

  @Delete(':id')
  remove(@CurrentUser() user: User, @Param('id') id: string) {
    return this.notes.remove(user.id, id);
  }

  @Public()
  @Get('count')
  count() {
    return this.notes.count();
  }
}

@Module({ controllers: [NotesController], providers: [NotesService, { provide: APP_GUARD, useClass: JwtAuthGuard }] })
export class NotesModule {}
