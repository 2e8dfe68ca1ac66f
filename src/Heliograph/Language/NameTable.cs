using System.Runtime.CompilerServices;
using System.Text;

namespace Heliograph.Language;

/// <summary>The keys of many names and of their beginnings, each with a byte of flags, in one open table.</summary>
internal sealed class NameTable
{
    /// <summary>The flags that name lists. Of a folded key: the lists whose name matches in any case.</summary>
    public const int Lists = 15;

    /// <summary>Of a folded key: a longer name begins so.</summary>
    public const int IsPrefix = 16;

    /// <summary>Of a folded key: a name, in some case.</summary>
    public const int IsName = 32;

    private const int IsCommon = 64; // of a folded key: a common word, so that only the list's own case matches
    private const ulong Flags = 0xFF; // a slot holds the higher 56 bits of the hash and the flags; 0 when free

    private ulong[] _slots = new ulong[1 << 17];
    private int _shift = 64 - 17;
    private int _count;

    /// <summary>The flags of a key; 0 when it is not in the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(NameKey key) => (int)(_slots[SlotOf(key.Hash)] & Flags);

    /// <summary>Adds the words of an embedded list that only match in the case of a list of names.</summary>
    public void AddCommonWords(string file)
    {
        var text = Read(file);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty || line[0] == '#') continue;
            var key = NameKey.Folded;
            key.Add(line);
            Set(key.Hash, IsCommon);
        }
    }

    /// <summary>Adds the names of an embedded list: the first column of each line that does not begin with <c>#</c>.</summary>
    /// <param name="file">The resource's name.</param>
    /// <param name="list">The list's bit.</param>
    public void AddNames(string file, int list)
    {
        var text = Read(file);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty || line[0] == '#') continue;
            var tab = line.IndexOf('\t');
            AddName(tab < 0 ? line : line[..tab], list);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddName(ReadOnlySpan<char> name, int list)
    {
        // A token may end wherever letters and other signs meet, so each such beginning is kept.
        var (folded, oneWord, from) = (NameKey.Folded, true, 0);
        for (var i = 1; i < name.Length; i++)
        {
            if (char.IsLetter(name[i]) == char.IsLetter(name[i - 1]) && char.IsLetter(name[i])) continue;
            oneWord &= !NameKey.Parts(name[i]);
            folded.Add(name[from..i]);
            Set(folded.Hash, IsPrefix);
            from = i;
        }

        folded.Add(name[from..]);
        var flags = Set(folded.Hash, IsName);
        var anyCase = !oneWord || (name.Length >= Gazetteer.ShortestUncased && (flags & IsCommon) == 0);
        if (anyCase) Set(folded.Hash, list);
        var cased = NameKey.Cased;
        cased.Add(name);
        Set(cased.Hash, list);
    }

    private int Set(ulong hash, int flags)
    {
        var slot = SlotOf(hash);
        if (_slots[slot] == 0)
        {
            _slots[slot] = hash & ~Flags;
            if (++_count > _slots.Length / 2)
            {
                _slots[slot] |= (uint)flags;
                Grow();
                return flags;
            }
        }

        _slots[slot] |= (uint)flags;
        return (int)(_slots[slot] & Flags);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(ulong hash)
    {
        var slots = _slots;
        var slot = (int)((hash & ~Flags) * 0x9E3779B97F4A7C15 >> _shift);
        while (slots[slot] != 0 && ((slots[slot] ^ hash) & ~Flags) != 0) slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new ulong[old.Length * 2];
        _shift--;
        foreach (var slot in old)
        {
            if (slot != 0) _slots[SlotOf(slot)] = slot;
        }
    }

    private static unsafe string Read(string file)
    {
        if (typeof(NameTable).Assembly.GetManifestResourceStream(file) is not UnmanagedMemoryStream stream)
        {
            throw new InvalidOperationException(
                $"NameTable: the library holds no embedded list '{file}', expected one in Language/Lexicons; put it there and build again.");
        }

        using (stream) return Encoding.UTF8.GetString(stream.PositionPointer, checked((int)stream.Length));
    }
}
