using System.Runtime.CompilerServices;

namespace Heliograph.Documents;

/// <summary>An index of the children of every token, for rules that walk trees downwards.</summary>
/// <remarks>
/// Built once a document, on first use, and shared by every rule. Time and space: linear in the number of tokens,
/// however deep a tree is. Answers in steps: a child list by its length, the rest at once. Safe to share between threads.
/// </remarks>
public sealed class Tree
{
    private static readonly ConditionalWeakTable<Document, Tree> Known = [];

    private readonly Document _document;
    private readonly int[] _firstChild; // −1: none
    private readonly int[] _nextSibling; // −1: none
    private readonly int[] _entered; // place in the walk from the root; everything under a token follows it without a gap
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly int[] _under; // how many tokens the subtree has

    private Tree(Document document)
    {
        var count = document.Tokens.Length;
        _document = document;
        (_firstChild, _nextSibling, _entered) = (new int[count], new int[count], new int[count]);
        (_left, _right, _under) = (new int[count], new int[count], new int[count]);
        _firstChild.AsSpan().Fill(-1);
        _nextSibling.AsSpan().Fill(-1);
        for (var i = count - 1; i >= 0; i--)
        {
            (_left[i], _right[i], _under[i]) = (i, i + 1, 1);
            var head = document.Heads[i];
            if (head == i) continue;
            _nextSibling[i] = _firstChild[head];
            _firstChild[head] = i;
        }

        Measure();
    }

    /// <summary>The index of a document's trees; the same object each time for the same document.</summary>
    public static Tree Of(Document document) => Known.GetValue(document, static key => new(key));

    /// <summary>The children of a token, in text order.</summary>
    public ChildList Children(int token) => new(this, _firstChild[token]);

    /// <summary>The first child of a token with this relation (any subtype unless one is named), or −1.</summary>
    public int Child(int token, Deprel deprel, string? subtype = null)
    {
        for (var i = _firstChild[token]; i >= 0; i = _nextSibling[i])
        {
            if (_document.Deprels[i] == deprel && (subtype is null || _document.Subtypes[i] == subtype)) return i;
        }

        return -1;
    }

    /// <summary>The shortest run of tokens that holds a token and everything under it.</summary>
    public TokenSpan Span(int token) => new(_left[token], _right[token]);

    /// <summary>How many tokens stand in the subtree of a token, itself included; less than the length of its
    /// <see cref="Span"/> where the subtree has gaps.</summary>
    public int Size(int token) => _under[token];

    /// <summary>Whether a token is the given ancestor or lies under it.</summary>
    public bool IsUnder(int token, int ancestor) =>
        _entered[ancestor] <= _entered[token] && _entered[token] < _entered[ancestor] + _under[ancestor];

    private void Measure()
    {
        var order = new int[_entered.Length]; // tokens as the walk meets them, parents before children
        var pending = new Stack<int>();
        var met = 0;
        for (var root = 0; root < order.Length; root++)
        {
            if (_document.Heads[root] != root) continue;
            pending.Push(root);
            while (pending.TryPop(out var token))
            {
                _entered[token] = met;
                order[met++] = token;
                for (var child = _firstChild[token]; child >= 0; child = _nextSibling[child]) pending.Push(child);
            }
        }

        for (var i = met - 1; i >= 0; i--)
        {
            var (token, head) = (order[i], _document.Heads[order[i]]);
            if (token == head) continue;
            _left[head] = Math.Min(_left[head], _left[token]);
            _right[head] = Math.Max(_right[head], _right[token]);
            _under[head] += _under[token];
        }
    }

    /// <summary>The children of one token; use it with <c>foreach</c>, which allocates nothing.</summary>
    public readonly struct ChildList
    {
        private readonly Tree _tree;
        private readonly int _first;

        internal ChildList(Tree tree, int first) => (_tree, _first) = (tree, first);

        /// <summary>Starts before the first child.</summary>
        public Walk GetEnumerator() => new(_tree, _first);
    }

    /// <summary>A place in a list of children.</summary>
    public struct Walk
    {
        private readonly Tree _tree;
        private int _next;

        internal Walk(Tree tree, int first) => (_tree, _next, Current) = (tree, first, -1);

        /// <summary>The child's index in the document's columns.</summary>
        public int Current { get; private set; }

        /// <summary>Steps to the next child; false when there is none.</summary>
        public bool MoveNext()
        {
            Current = _next;
            if (_next < 0) return false;
            _next = _tree._nextSibling[_next];
            return true;
        }
    }
}
