import { Component, Input, SecurityContext } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';

@Component({ selector: 'app-post', template: '<div [innerHTML]="html"></div><p>{{ text }}</p>' })
export class PostComponent {
  html = '';
  text = '';
  constructor(private readonly sanitizer: DomSanitizer) {}

  @Input() set body(value: string) {
    this.text = value;
    this.html = this.sanitizer.sanitize(SecurityContext.HTML, value) ?? '';
  }
}
