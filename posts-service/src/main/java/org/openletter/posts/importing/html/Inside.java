package org.openletter.posts.importing.html;

/// What the current text stands inside of.
record Inside(boolean bareLines, boolean link, boolean strong, boolean emphasis, boolean struck) {

  Inside linked() {
    return new Inside(bareLines, true, strong, emphasis, struck);
  }

  Inside strongly() {
    return new Inside(bareLines, link, true, emphasis, struck);
  }

  Inside emphasized() {
    return new Inside(bareLines, link, strong, true, struck);
  }

  Inside struckOut() {
    return new Inside(bareLines, link, strong, emphasis, true);
  }
}
