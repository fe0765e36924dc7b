import { Component, Input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import DOMPurify from 'dompurify';

@Component({ selector: 'app-post', template: '<div [innerHTML]="html"></div>' })
export class PostComponent {
  html: unknown;
  constructor(private readonly sanitizer: DomSanitizer) {}

  @Input() set body(value: string) {
    // ruleid: web/angular-bypass
    this.html = this.sanitizer.bypassSecurityTrustHtml(value);
  }

  link(url: string) {
    // ruleid: web/angular-bypass
    return this.sanitizer.bypassSecurityTrustUrl(url);
  }

  frame(route: any) {
    // ruleid: web/angular-bypass
    return this.sanitizer.bypassSecurityTrustResourceUrl(route.snapshot.queryParams.src);
  }

  video(id: string) {
    // ok: web/angular-bypass
    return this.sanitizer.bypassSecurityTrustResourceUrl(`https://www.youtube.com/embed/${id}`);
  }

  icon() {
    // ok: web/angular-bypass
    return this.sanitizer.bypassSecurityTrustHtml('<svg><path d="M0 0h1"/></svg>');
  }

  clean(value: string) {
    // ok: web/angular-bypass
    return this.sanitizer.bypassSecurityTrustHtml(DOMPurify.sanitize(value));
  }
}
