// Runs when the style sheets are there and before the first paint. ES5, sent as it is: settings.ts says what it does.
(function () {
  var root = document.documentElement;
  var keys = { theme: 'theme', size: 'type-size', large: 'large-print', pinyin: 'pinyin', keys: 'single-keys' };
  var valid = { theme: /^(light|dark|sepia)$/, size: /^[1-5]$/, large: /^on$/, pinyin: /^on$/, keys: /^off$/ };
  var scales = { 1: 1, 2: 1.25, 3: 1.5, 4: 1.75, 5: 2 };
  var widths = [];

  function stored(key) {
    try {
      return localStorage.getItem(key) || '';
    } catch (error) {
      return '';
    }
  }

  function collect(rules) {
    for (var at = 0; at < rules.length; at += 1) {
      var rule = rules[at];
      if (rule.media && /-width/.test(rule.media.mediaText)) widths.push({ media: rule.media, text: rule.media.mediaText });
      else if (rule.cssRules && !rule.selectorText) collect(rule.cssRules);
    }
  }

  function fit(scale) {
    if (widths.length === 0 && scale !== 1)
      for (var at = 0; at < document.styleSheets.length; at += 1)
        try {
          collect(document.styleSheets[at].cssRules);
        } catch (error) {
          root.setAttribute('data-unscaled', '');
        }
    widths.forEach(function (width) {
      width.media.mediaText = width.text.replace(/(-width:\s*)([\d.]+)/g, function (_all, name, value) {
        return name + value * scale;
      });
    });
  }

  function apply(event) {
    var given = event && event.detail;
    Object.keys(keys).forEach(function (name) {
      var value = given ? given[name] : stored(keys[name]);
      // A page may have a usual value of its own: the meeting view is dark.
      var usual = root.getAttribute('data-usual-' + name);
      if (valid[name].test(value)) root.setAttribute('data-' + name, value);
      else if (usual) root.setAttribute('data-' + name, usual);
      else root.removeAttribute('data-' + name);
    });
    var size = Number(root.getAttribute('data-size')) || 1;
    if (root.hasAttribute('data-large')) size = Math.max(size, 3);
    if (size === 1) root.removeAttribute('data-size');
    else root.setAttribute('data-size', String(size));
    fit(scales[size]);
  }

  document.addEventListener('reading-settings', apply);
  // What waits for a script may keep its place from the first paint on (base.css).
  root.setAttribute('data-script', '');
  apply();
})();
