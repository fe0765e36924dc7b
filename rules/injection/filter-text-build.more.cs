class More {
  void Bound(DirectorySearcher searcher) {
    // ok: injection/filter-text-build
    searcher.Filter = "(objectClass=user)";
  }
}
