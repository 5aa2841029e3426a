/**
 * What a browser adds to the page: search, filters, and links that keep them. It is written for any browser of the last
 * years, needs nothing but the page, and takes nothing away where it does not run.
 */
export const registerScript: string = `
(function () {
  'use strict';
  var finder = document.querySelector('.finder');
  var form = finder && finder.querySelector('form');
  var status = document.getElementById('status');
  if (!form || !status) return;
  var query = form.elements.namedItem('q');
  var day = form.elements.namedItem('on');
  var subject = form.elements.namedItem('about');
  var choices = document.querySelector('.chips');
  var chips = Array.prototype.slice.call(choices.querySelectorAll('[aria-pressed]'));
  var rules = Array.prototype.map.call(document.querySelectorAll('.rule'), function (element) {
    return { element: element, policy: element.closest('.policy'), text: undefined };
  });
  var policies = Array.prototype.slice.call(document.querySelectorAll('.policy'));
  var authorities = Array.prototype.slice.call(document.querySelectorAll('.authority'));
  var total = rules.length;

  function plain(text) {
    return text.normalize('NFKD').replace(/[\\u0300-\\u036f]/g, '').toLowerCase().replace(/\\s+/g, ' ');
  }

  function textOf(rule) {
    if (rule.text === undefined) {
      rule.text = plain(rule.element.textContent + ' ' + rule.policy.querySelector('header').textContent);
    }
    return rule.text;
  }

  function pressed(group) {
    return chips.filter(function (chip) {
      return chip.dataset.group === group && chip.getAttribute('aria-pressed') === 'true';
    }).map(function (chip) { return chip.value; });
  }

  function readForm() {
    return {
      words: plain(query.value).split(' ').filter(Boolean),
      day: day.value,
      subject: subject.value,
      authorities: pressed('authority'),
      effects: pressed('effect')
    };
  }

  function isOneOf(value, wanted) {
    return wanted.length === 0 || wanted.indexOf(value) >= 0;
  }

  function fits(rule, wanted) {
    var data = rule.element.dataset;
    if (!isOneOf(data.authority, wanted.authorities) || !isOneOf(data.effect, wanted.effects)) return false;
    if (wanted.subject !== '' && data.subject !== wanted.subject) return false;
    if (wanted.day !== '' && data.from !== '' && wanted.day < data.from) return false;
    if (wanted.day !== '' && data.until !== '' && wanted.day >= data.until) return false;
    return wanted.words.every(function (word) { return textOf(rule).indexOf(word) >= 0; });
  }

  function hideEmpty(elements, selector) {
    elements.forEach(function (element) {
      element.hidden = element.querySelector(selector) === null;
    });
  }

  function highlight(words) {
    if (!window.CSS || !CSS.highlights || typeof Highlight !== 'function') return;
    CSS.highlights.delete('found');
    if (words.length === 0) return;
    var ranges = [];
    rules.forEach(function (rule) {
      if (rule.element.hidden || ranges.length > 2000) return;
      var walker = document.createTreeWalker(rule.element, NodeFilter.SHOW_TEXT);
      for (var node = walker.nextNode(); node; node = walker.nextNode()) {
        var text = node.data.toLowerCase();
        words.forEach(function (word) {
          for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
            var range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, Math.min(at + word.length, node.length));
            ranges.push(range);
          }
        });
      }
    });
    var found = new Highlight();
    ranges.forEach(function (range) { found.add(range); });
    CSS.highlights.set('found', found);
  }

  function sentence(count) {
    if (count === 0) return 'No rule fits. Fewer words or filters may find one.';
    return count + ' of ' + total + (total === 1 ? ' rule' : ' rules');
  }

  function apply() {
    var wanted = readForm();
    var isSearching = wanted.words.length > 0 || wanted.day !== '' || wanted.subject !== '' ||
      wanted.authorities.length > 0 || wanted.effects.length > 0;
    var count = 0;
    rules.forEach(function (rule) {
      var isShown = !isSearching || fits(rule, wanted);
      rule.element.hidden = !isShown;
      if (isShown) count += 1;
    });
    hideEmpty(policies, '.rule:not([hidden])');
    hideEmpty(authorities, '.policy:not([hidden])');
    document.body.classList.toggle('searching', isSearching);
    status.textContent = isSearching ? sentence(count) : '';
    form.querySelector('.reset').hidden = !isSearching;
    highlight(wanted.words);
  }

  function toHash() {
    var params = new URLSearchParams();
    if (query.value.trim() !== '') params.set('q', query.value.trim());
    if (day.value !== '') params.set('on', day.value);
    if (subject.value !== '') params.set('about', subject.value);
    pressed('authority').forEach(function (value) { params.append('authority', value); });
    pressed('effect').forEach(function (value) { params.append('effect', value); });
    var text = params.toString();
    return text === '' ? '' : '#?' + text;
  }

  function keep() {
    var hash = toHash();
    history.replaceState(null, '', hash === '' ? location.pathname + location.search : hash);
  }

  function clear() {
    query.value = '';
    day.value = '';
    subject.value = '';
    chips.forEach(function (chip) { chip.setAttribute('aria-pressed', 'false'); });
  }

  function fromHash() {
    if (location.hash.indexOf('#?') !== 0) return showTarget();
    var params = new URLSearchParams(location.hash.slice(2));
    clear();
    query.value = params.get('q') || '';
    day.value = params.get('on') || '';
    subject.value = params.get('about') || '';
    chips.forEach(function (chip) {
      var isPressed = params.getAll(chip.dataset.group).indexOf(chip.value) >= 0;
      chip.setAttribute('aria-pressed', String(isPressed));
    });
    apply();
  }

  /** A link to something that a filter hides, or that is folded away, takes both off. */
  function showTarget() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    var isFolded = target.closest('details:not([open])') !== null;
    var isFiltered = target.closest('[hidden]') !== null || target.offsetParent === null;
    if (isFiltered && document.body.classList.contains('searching')) { clear(); apply(); }
    for (var box = target.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
    if (isFolded || isFiltered) target.scrollIntoView();
  }

  var waiting;
  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(function () { apply(); keep(); }, 120);
  }

  form.addEventListener('submit', function (event) { event.preventDefault(); apply(); keep(); });
  form.addEventListener('input', soon);
  chips.forEach(function (chip) {
    chip.addEventListener('click', function () {
      chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') !== 'true'));
      apply();
      keep();
    });
  });
  form.querySelector('.reset').addEventListener('click', function () { clear(); apply(); keep(); query.focus(); });
  document.addEventListener('keydown', function (event) {
    var isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === '/' && !isTyping) { event.preventDefault(); query.focus(); query.select(); }
    if (event.key === 'Escape' && event.target === query) { clear(); apply(); keep(); }
  });
  window.addEventListener('hashchange', fromHash);
  var contents = document.querySelector('nav details');
  if (contents && window.matchMedia('(max-width: 60rem)').matches) contents.open = false;
  finder.hidden = false;
  choices.hidden = false;
  /** What stays at the top must not cover what a link leads to. */
  function measure() {
    var isFixed = getComputedStyle(finder).position === 'sticky';
    document.documentElement.style.setProperty('--bar', (isFixed ? finder.offsetHeight : 0) + 'px');
  }
  measure();
  window.addEventListener('resize', measure);
  fromHash();
})();
`.trim();
