const express = require('express');
const passport = require('passport');
const { isAuthenticated } = require('../middleware');
const Post = require('../models/post');
const postController = require('../controllers/post');

const router = express.Router();

// ok: auth/express-unauthenticated-route
router.get('/', postController.list);
// ok: auth/express-unauthenticated-route
router.post('/', passport.authenticate('jwt', { session: false }), postController.create);
// ok: auth/express-unauthenticated-route
router.put('/:id', [isAuthenticated, postController.validate], postController.update);
// ruleid: auth/express-unauthenticated-route
router.delete('/:id', postController.remove);
// ruleid: auth/express-unauthenticated-route
router.patch('/:id/publish', async function (req, res, next) {
  try {
    await Post.findByIdAndUpdate(req.params.id, { published: true });
    res.redirect('/posts');
  } catch (error) {
    next(error);
  }
});
// ok: auth/express-unauthenticated-route
router.post('/:id/like', isAuthenticated, async (req, res) => {
  await Post.updateOne({ _id: req.params.id }, { $inc: { likes: 1 } });
  res.sendStatus(204);
});
// ok: auth/express-unauthenticated-route
axios.post('/api/posts', { title: 'x' });
// ok: auth/express-unauthenticated-route
cache.delete('/posts/1');

module.exports = router;
