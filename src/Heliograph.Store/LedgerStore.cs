using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Analysis;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Store;

/// <summary>A ledger, kept in one SQLite file or in a PostgreSQL database. Entries are added, never changed; a
/// correction is an entry of its own.</summary>
/// <remarks>
/// One writer at a time, any number of readers, in any number of processes; readers never wait. A report is written in
/// one transaction: after a crash it is there whole or not at all. Not for use by several threads at once: open one each.
/// </remarks>
public sealed class LedgerStore : IDisposable
{
    private readonly Connection _home;
    private readonly LedgerReports _reports;
    private readonly LedgerWriting _writing;
    private readonly LedgerRuns _runs;
    private readonly LedgerSearch _search;
    private readonly LedgerFacets _facets;
    private readonly LedgerViews _views;
    private readonly LedgerCorrections _corrections;
    private readonly LedgerDifferences _differences;
    private readonly LedgerReview _review;
    private readonly LedgerChoice _choice;
    private readonly LedgerDossier _dossier;
    private readonly LedgerOrigins _origins;

    private LedgerStore(Connection home)
    {
        _home = home;
        _reports = new(home);
        _writing = new(home);
        _runs = new(home);
        _search = new(home);
        _facets = new(home);
        _views = new(home);
        _corrections = new(home);
        _differences = new(home);
        _review = new(home);
        _choice = new(home);
        _dossier = new(home);
        _origins = new(home);
    }

    /// <summary>When a page leaves one way into the ledger for another; what it holds is the same.</summary>
    internal PageBounds Bounds
    {
        set => _search.Bounds = value;
    }

    /// <summary>What the ledger is called in messages: its file, or host and database. Holds no password.</summary>
    public string Name => _home.Name;

    /// <summary>Whether a person named a database of PostgreSQL rather than a file.</summary>
    public static bool IsDatabase(string place) => PostgresHome.IsAddress(place);

    /// <summary>Opens a ledger to add to it. Makes it where there is none; brings an older one up to date, keeping a copy.</summary>
    /// <param name="place">A file, or a connection string of PostgreSQL such as <c>Host=db.example;Database=ledger</c>.</param>
    /// <param name="waitSeconds">How long to wait for another process that writes in the same file, before saying so.</param>
    /// <param name="progress">Told how many reports of how many are done while an older ledger is brought up to date; null for nobody.</param>
    /// <exception cref="LedgerException">It is no ledger, is a newer version's, or cannot be written.</exception>
    public static LedgerStore Open(string place, int waitSeconds = 15, Action<long, long>? progress = null)
    {
        return new(PostgresHome.IsAddress(place) ? PostgresHome.OpenForWriting(place, Fill) : SqliteHome.OpenForWriting(place, waitSeconds, Fill));

        void Fill(Connection home, int before) => new LedgerWriting(home).Fill(before, progress);
    }

    /// <summary>Opens a ledger that is there, only to read it.</summary>
    /// <param name="place">A file, or a connection string of PostgreSQL.</param>
    /// <exception cref="LedgerException">There is none, it is no ledger, or it is a newer version's.</exception>
    public static LedgerStore OpenToRead(string place) => new(PostgresHome.IsAddress(place)
        ? PostgresHome.OpenForReading(place)
        : SqliteHome.OpenForReading(place));

    /// <summary>Adds what was read in one report, in place of what was read there before. Adding the same again changes nothing.</summary>
    /// <param name="report">The report.</param>
    /// <param name="entries">Its entries, in text order; each id once.</param>
    /// <param name="reader">The program and the model that read it.</param>
    /// <param name="run">The run that read it, as <see cref="Begin"/> numbered it; null for none.</param>
    /// <param name="again">Whether what another model found replaces even what the deep one did.</param>
    /// <returns>How many of the entries the ledger did not hold before.</returns>
    /// <exception cref="LedgerException">It cannot be written, or the deep model's reading stands; nothing is changed then.</exception>
    public int Append(Report report, IReadOnlyList<Entry> entries, string reader, long? run = null, bool again = false) =>
        _home.Doing("write", () => Change(() =>
        {
            var added = _writing.Append(report, entries, reader, run, again);
            _corrections.Renew(report.Id);
            return added;
        }));

    /// <summary>Notes that a run has begun.</summary>
    /// <param name="reader">The program and the model.</param>
    /// <param name="settings">The options that bear on what is read, as on the command line; may be empty.</param>
    /// <param name="at">The time, in any zone.</param>
    /// <returns>The run's number.</returns>
    public long Begin(string reader, string settings, DateTimeOffset at) => _home.Doing("write", () => Change(() => _runs.Begin(reader, settings, at)));

    /// <summary>Notes what a run could not read, and why.</summary>
    /// <param name="run">The run.</param>
    /// <param name="input">The input's own id or file name.</param>
    /// <param name="reason">Where, what was found, what was expected.</param>
    public void Refuse(long run, string input, string reason) => _home.Doing("write", () => Change(() => _runs.Refuse(run, input, reason)));

    /// <summary>Notes that a run has ended.</summary>
    public void End(long run, DateTimeOffset at) => _home.Doing("write", () => Change(() => _runs.End(run, at)));

    /// <summary>Every run, the last one first.</summary>
    public ImmutableArray<Run> Runs() => _home.Doing("read", _runs.All);

    /// <summary>What a run could not read, in the order of its input.</summary>
    public ImmutableArray<Refusal> Refusals(long run) => _home.Doing("read", () => _runs.Refusals(run));

    /// <summary>How many entries a run found, those that it found again too.</summary>
    public long EntriesOf(long run) => _home.Doing("read", () => _runs.Entries(run));

    /// <summary>How many standing reports each day of publication has, in the order of the days; those without a day are left out.</summary>
    public ImmutableArray<Tally> ReportsByDay() => _home.Doing("read", _runs.ReportsByDay);

    /// <summary>The reports and entries that stand, in the order they were first added: each input as it was last read.</summary>
    /// <param name="query">Which of them.</param>
    /// <returns>One report at a time, as the caller goes on. A text that came in by two names is there twice, and so are
    /// its entries, with the same ids.</returns>
    /// <exception cref="LedgerException">The ledger is damaged.</exception>
    public IEnumerable<StoredReport> Read(LedgerQuery query)
    {
        var readings = _home.Doing("read", () => _reports.Standing(query));
        foreach (var reading in readings)
        {
            var stored = _home.Doing("read", () => AsLeft(_reports.Load(reading, query)));
            if (query.IsWhole || !stored.Entries.IsEmpty) yield return stored;
        }
    }

    /// <summary>The entries whose id begins with these characters, superseded ones too.</summary>
    /// <param name="id">An entry's id or its beginning, in lower-case hex digits; 1 to 32 of them.</param>
    /// <param name="limit">How many to return at most.</param>
    /// <returns>The whole report of each, and the entry. Empty where none fits.</returns>
    public ImmutableArray<(StoredReport Report, Entry Entry)> Find(string id, int limit) =>
        _home.Doing("read", () => _reports.Find(id, limit).Select(found =>
        {
            var left = AsLeft(found.Report);
            return (left, left.Entries.First(entry => entry.Id == found.Entry.Id));
        }).ToImmutableArray());

    /// <summary>A page of the standing entries a filter asks for, as people left them.</summary>
    /// <param name="filter">Which of them.</param>
    /// <param name="sort">In which order.</param>
    /// <param name="after">What the page before gave as its next; null for the first page.</param>
    /// <param name="limit">How many at most; 1 or more.</param>
    /// <exception cref="LedgerException"><paramref name="after"/> was given by no page, or the ledger is damaged.</exception>
    public EntryPage Search(EntryFilter filter, EntrySort sort, string? after, int limit) => _home.Doing("read", () =>
    {
        var (rows, next) = _search.Page(filter, sort, after, limit);
        return new EntryPage([.. AsLeft(rows).Select(row => row.Found)], next);
    });

    /// <summary>Every report that holds entries a filter asks for, in the order of its first one, with those entries.</summary>
    /// <param name="filter">Which of them.</param>
    /// <returns>One report at a time, as the caller goes on; gone through again, it asks again. The ids of the entries are kept meanwhile.</returns>
    /// <exception cref="LedgerException">The ledger is damaged.</exception>
    public IEnumerable<ChosenEntries> Choose(EntryFilter filter) => Chosen(() => _choice.All(filter));

    /// <summary>The ids of the standing entries that a filter asks for, each as its 32 hex digits tell it, and those of their reports.</summary>
    /// <param name="filter">Which entries.</param>
    public (IReadOnlySet<string> Reports, IReadOnlySet<UInt128> Entries) Ids(EntryFilter filter) => _home.Doing("read", () => _choice.Ids(filter));

    /// <summary>Some of what <see cref="Choose"/> gives, from all over the ledger; the same ones each time.</summary>
    /// <param name="filter">Which entries.</param>
    /// <param name="entries">All are given where there are no more entries than this; otherwise some, about half as many.</param>
    /// <param name="reports">The same of reports.</param>
    /// <exception cref="LedgerException">The ledger is damaged.</exception>
    public IEnumerable<ChosenEntries> Sample(EntryFilter filter, int entries, int reports) =>
        Chosen(() => _choice.Some(filter, _search.Count(filter), entries, reports));

    /// <summary>The reports that stand, the last one added first.</summary>
    /// <param name="before">The number of the last one of the page before; null for the first page.</param>
    /// <param name="limit">How many at most; 1 or more.</param>
    /// <param name="title">Beginnings of words that the title must hold, or the name it was read by where it has none; accents and
    /// capitals make no difference. Null for any.</param>
    public ImmutableArray<HeldReport> Reports(long? before, int limit, string? title = null) => _home.Doing("read", () => _reports.Heads(before, limit, title));

    /// <summary>The reports whose id begins so, each as it was last read, with its entries as people left them.</summary>
    /// <param name="id"><c>sha256:</c> and 1 to 64 hex digits.</param>
    /// <param name="limit">How many at most.</param>
    public ImmutableArray<StoredReport> ReportsOf(string id, int limit) => _home.Doing("read", () =>
        _reports.OfId(id, limit).Select(reading => AsLeft(_reports.Load(reading, new()))).ToImmutableArray());

    /// <summary>The versions of a report, the older ones first, itself among them; empty where it is the only one.</summary>
    /// <param name="report">The report's whole id, as <c>sha256:</c> and 64 hex digits.</param>
    /// <param name="limit">How many at most.</param>
    public ImmutableArray<Report> Versions(string report, int limit) => _home.Doing("read", () => _reports.Versions(report, limit));

    /// <summary>How many independent origins tell the same as each entry, and so how many stand behind it; at least 1.</summary>
    /// <remarks>
    /// Events tell the same where type, day, actors and recipients are the same, all of them known beyond their reports; statements where
    /// eight words or more of what is said are. Copies of one report count once. Of other entries, and where the day is not known, nothing is counted.
    /// </remarks>
    /// <param name="entries">Entries that stand, as the ledger gave them.</param>
    /// <returns>A number for each; null where nothing is counted.</returns>
    public ImmutableArray<long?> OriginsOf(IReadOnlyList<FoundEntry> entries) => _home.Doing("read", () => _origins.Of(entries));

    /// <summary>How many reports that a run read are copies of others the ledger holds.</summary>
    public long CopiesOf(long run) => _home.Doing("read", () => _runs.Copies(run));

    /// <summary>What a report copies, and what copies it.</summary>
    /// <param name="report">The report's whole id, as <c>sha256:</c> and 64 hex digits.</param>
    /// <param name="limit">How many copies to return at most.</param>
    public ReportCopies CopiesOf(string report, int limit) => _home.Doing("read", () => _reports.Copies(report, limit));

    /// <summary>The number of the entry that was added last; 0 where there is none.</summary>
    public long LastEntry() => _home.Doing("read", () => _home.Number("SELECT max(number) FROM entry") ?? 0);

    /// <summary>The standing entries that were added behind one, in the order they were added, as people left them.</summary>
    /// <param name="number">The number of an entry, as <see cref="LastEntry"/> gives it; 0 for all.</param>
    /// <param name="limit">How many at most; 1 or more.</param>
    public ImmutableArray<(long Number, FoundEntry Found)> EntriesSince(long number, int limit) => _home.Doing("read", () =>
        AsLeft(_search.Since(number, limit)).ToImmutableArray());

    /// <summary>What people said about one entry, in the order they said it; what was taken back too.</summary>
    public ImmutableArray<Correction> CorrectionsOf(Report report, Entry entry) =>
        _home.Doing("read", () => _corrections.Of(report, entry));

    /// <summary>What people said about the entries of one report, in the order they said it; what was taken back too.</summary>
    /// <param name="report">The report's whole id, as <c>sha256:</c> and 64 hex digits.</param>
    public ImmutableArray<Correction> CorrectionsOf(string report) => _home.Doing("read", () => _corrections.Of(report));

    /// <summary>How many standing entries a filter asks for.</summary>
    public long Count(EntryFilter filter) => _home.Doing("read", () => _search.Count(filter));

    /// <summary>How many standing entries a filter asks for, by key, in the order of the keys.</summary>
    /// <param name="filter">Which of them.</param>
    /// <param name="by">The key.</param>
    /// <param name="origins">Whether to count independent origins too. Without, <see cref="Tally.Origins"/> is 0 and the answer comes several times as fast.</param>
    public ImmutableArray<Tally> Counts(EntryFilter filter, TallyBy by, bool origins = true) => _home.Doing("read", () => _search.Counts(filter, by, origins));

    /// <summary>How many standing entries a filter asks for, by key, in no order; those without a key are left out, and no origins are counted.</summary>
    /// <param name="filter">Which of them.</param>
    /// <param name="by">Type, mode, factuality, outlet, country or month.</param>
    public ImmutableArray<Tally> Facet(EntryFilter filter, TallyBy by) => _home.Doing("read", () => _facets.Counts(filter, by).ToImmutableArray());

    /// <summary>How many standing events a filter asks for, of each of the four classes in the order of their numbers.</summary>
    public ImmutableArray<long> Classes(EntryFilter filter) => _home.Doing("read", () => _facets.Classes(filter).ToImmutableArray());

    /// <summary>A number that grows with everything that is written, whoever writes it: what was counted stays true while it stays.</summary>
    public long Version() => _home.Doing("read", () => _home.Number("SELECT number FROM change")!.Value);

    /// <summary>How many standing events a filter asks for, by month, class and standing, in this order.</summary>
    public ImmutableArray<ActTally> Acts(EntryFilter filter) => _home.Doing("read", () => _dossier.Acts(filter));

    /// <summary>What someone does, what is done to them, with whom, and how much they say: one pass over their standing entries.</summary>
    /// <param name="filter">Names someone by <see cref="EntryFilter.Actors"/> alone; a time, if one likes.</param>
    public ActorTies Ties(EntryFilter filter) => _home.Doing("read", () => _dossier.Ties(filter));

    /// <summary>The words of an actor's latest mentions, and why they were taken for it, the most frequent first.</summary>
    /// <param name="actor">Its id.</param>
    /// <param name="from">The first day that will do; null for any.</param>
    /// <param name="until">The first day that will not do any more; null for any.</param>
    /// <param name="most">How many mentions are looked at.</param>
    public ImmutableArray<NameTally> NamesOf(string actor, DateOnly? from, DateOnly? until, int most) =>
        _home.Doing("read", () => _dossier.Names(actor, from, until, most));

    /// <summary>The places of the latest events a filter asks for, those with most events first; and how many events were looked at.</summary>
    public (ImmutableArray<PlaceTally> Places, int Events) PlacesOf(EntryFilter filter, int most) => _home.Doing("read", () => _dossier.Places(filter, most));

    /// <summary>Statements of others whose content names an actor: their ids, the newest report first, among the reports of its latest mentions.</summary>
    /// <param name="actor">Its id.</param>
    /// <param name="from">The first day that will do; null for any.</param>
    /// <param name="until">The first day that will not do any more; null for any.</param>
    /// <param name="most">How many mentions are looked at.</param>
    public ImmutableArray<string> StatementsAbout(string actor, DateOnly? from, DateOnly? until, int most) =>
        _home.Doing("read", () => _dossier.About(actor, from, until, most));

    /// <summary>What the ledger calls an actor: a name that an entry gives it, else the longest words of its mentions; null where it has none.</summary>
    public string? NameOf(string actor) => _home.Doing("read", () => _dossier.NameOf(actor));

    /// <summary>Actors of one report alone whose name holds some words, those with most entries first; of a common word, among some.</summary>
    public ImmutableArray<(string Key, string Name, long Count)> LocalActors(string words, int most) => _home.Doing("read", () => _dossier.Local(words, most));

    /// <summary>The events of a filter counted by time, class and standing, in the order of their days or months.</summary>
    /// <param name="filter">Which entries; only the events among them count.</param>
    /// <param name="by">By day or by month.</param>
    public ImmutableArray<TimeTally> Times(EntryFilter filter, TallyBy by) => _home.Doing("read", () => _views.Times(filter, by));

    /// <summary>The events of a filter counted by who acts, whom it befalls and class, in the order of their ids; those whose words do not tell both are left out.</summary>
    public ImmutableArray<PairTally> Pairs(EntryFilter filter) => _home.Doing("read", () => _views.Pairs(filter));

    /// <summary>The events of a filter counted by place, the most often named first; places without coordinates are left out.</summary>
    /// <param name="filter">Which entries; only the events among them count.</param>
    /// <param name="most">How many places at most.</param>
    /// <returns>The places, and how many there are in all.</returns>
    public (ImmutableArray<PlaceOfEvents> Places, int Total) Places(EntryFilter filter, int most) => _home.Doing("read", () => _views.Places(filter, most));

    /// <summary>What actors are called, one for each id, in the order given.</summary>
    public ImmutableArray<ActorName> Names(IEnumerable<string> actors) => _home.Doing("read", () => _views.Names(actors));

    /// <summary>Keeps what a person said about an entry: it holds at once, and after every re-reading.</summary>
    /// <param name="entry">The id of the entry, 32 hex digits.</param>
    /// <param name="correction">What is said; its report, kind and anchor are taken from the entry.</param>
    /// <returns>The correction's number, or null where no entry has this id.</returns>
    /// <exception cref="FormatException">The entry cannot have that field or value; nothing is kept then.</exception>
    /// <exception cref="LedgerException">It cannot be written.</exception>
    public long? Correct(string entry, Correction correction)
    {
        var number = _home.Doing("read", () => _home.Number("SELECT number FROM entry WHERE id = @id ORDER BY stands DESC LIMIT 1", ("id", Convert.FromHexString(entry))));
        return number is { } found ? _home.Writing(() => Change(() => _corrections.Add(found, correction))) : null;
    }

    /// <summary>Says that an actor is another one (merge), or one of its own again (split).</summary>
    /// <param name="correction">Its kind is <c>actor</c>, its anchor the actor's id, its value the id of the other.</param>
    /// <returns>The correction's number.</returns>
    public long CorrectActor(Correction correction) => _home.Writing(() => Change(() => _corrections.Add(correction)));

    /// <summary>Takes a correction back.</summary>
    /// <returns>False where there is none of this number.</returns>
    public bool Undo(long correction) => _home.Writing(() => Change(() => _corrections.Undo(correction)));

    /// <summary>Every correction, in the order they were made.</summary>
    public ImmutableArray<KeptCorrection> AllCorrections() => _home.Doing("read", _corrections.All);

    /// <summary>Each entry whose words people said something about, as the machine read it, with what they said.</summary>
    /// <remarks>Where no entry at these words stands any more, it is the last one that did.</remarks>
    public ImmutableArray<JudgedEntry> Judged() => _home.Doing("read", () => _corrections.Judged().ToImmutableArray());

    /// <summary>The words that people said something about: report, kind, and anchor as <see cref="Corrections.Anchor"/> writes it.</summary>
    public FrozenSet<(string Report, string Kind, string Anchor)> CorrectedWords() => _home.Doing("read", _corrections.Words);

    /// <summary>The entries that nobody judged yet, the most important uncertain one first.</summary>
    /// <param name="filter">Which of them; mentions are passed over.</param>
    /// <param name="after">Behind an entry that the queue named before; null for the beginning.</param>
    /// <param name="limit">How many at most; 1 or more.</param>
    /// <exception cref="LedgerException"><paramref name="after"/> was given by no queue, or the ledger is damaged.</exception>
    public ReviewList Review(EntryFilter filter, string? after, int limit) => _home.Doing("read", () => _review.Queue(filter, after, limit));

    /// <summary>What speaks for a look at one entry, of itself alone; null where no standing event or statement has this id.</summary>
    /// <param name="entry">The id, 32 hex digits.</param>
    public ReviewSigns? SignsOf(string entry) => _home.Doing("read", () => _review.SignsOf(entry));

    /// <summary>What people said, the last thing first, with the words it is tied to.</summary>
    /// <param name="author">Of one person alone; null for all.</param>
    /// <param name="orphans">Only what holds of nothing any more, and was not taken back.</param>
    /// <param name="before">The number of the last one of the page before; null for the first page.</param>
    /// <param name="limit">How many at most; 1 or more.</param>
    public ImmutableArray<JudgedWords> Said(string? author, bool orphans, long? before, int limit) => _home.Doing("read", () => _review.Said(author, orphans, before, limit));

    /// <summary>Everybody who said something, with how much of it still holds, by name.</summary>
    public ImmutableArray<Tally> Authors() => _home.Doing("read", _review.Authors);

    /// <summary>How many entries people judged: as right, and as wrong or to be changed; and in how many reports.</summary>
    public (long Right, long Wrong, long Reports) Judgements() => _home.Doing("read", _review.Judgements);

    /// <summary>What one person judged in this sitting.</summary>
    /// <param name="author">The person.</param>
    /// <param name="now">The time.</param>
    public Sitting SittingOf(string author, DateTimeOffset now) => _home.Doing("read", () => _review.SittingOf(author, now));

    /// <summary>How what two runs found in the same inputs differs.</summary>
    public ImmutableArray<Difference> Differences(long before, long after) =>
        _home.Doing("read", () => _differences.Between(before, after).ToImmutableArray());

    /// <inheritdoc/>
    public void Dispose() => _home.Dispose();

    private IEnumerable<ChosenEntries> Chosen(Func<OrderedDictionary<long, HashSet<UInt128>>> choose)
    {
        foreach (var (number, ids) in _home.Doing("read", choose))
        {
            var whole = _home.Doing("read", () => _choice.Reading(number) is { } reading ? AsLeft(_reports.Load(reading, new())) : null);
            var chosen = whole?.Entries.Where(entry => ids.Contains(UInt128.Parse(entry.Id, NumberStyles.HexNumber, CultureInfo.InvariantCulture))).ToImmutableArray() ?? [];
            if (!chosen.IsEmpty) yield return new(whole!, chosen);
        }
    }

    private T Change<T>(Func<T> action) => _home.Whole(() =>
    {
        var result = action();
        _home.Execute("UPDATE change SET number = number + 1");
        return result;
    });

    private StoredReport AsLeft(StoredReport stored) =>
        stored with { Entries = _corrections.Apply([.. stored.Entries.Select(entry => (stored.Report, entry))]) };

    private IEnumerable<(long Number, FoundEntry Found)> AsLeft(List<(long Number, Report Report, Entry Entry, string Day)> rows) =>
        _corrections.Apply([.. rows.Select(row => (row.Report, row.Entry))])
            .Zip(rows, (entry, row) => (row.Number, new FoundEntry(row.Report, entry, row.Day)));
}
