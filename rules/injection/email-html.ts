import express from 'express';
const app = express();

app.post('/contact', async (req, res) => {
  // ruleid: injection/email-html
  await transporter.sendMail({ to: 'team@example.com', subject: 'Contact', html: `<p>${req.body.message}</p>` });
  // ok: injection/email-html
  await transporter.sendMail({ to: 'team@example.com', subject: 'Contact', text: req.body.message });
  // ok: injection/email-html
  await transporter.sendMail({ to: 'team@example.com', subject: 'Contact', html: `<p>${escapeHtml(req.body.message)}</p>` });
  res.sendStatus(204);
});
