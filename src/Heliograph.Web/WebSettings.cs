using System.Collections.Immutable;
using System.Net;
using Heliograph.Actors;
using Heliograph.Analysis;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Web.Access;

namespace Heliograph.Web;

/// <summary>What a server serves, to whom, and how much at a time.</summary>
public sealed record WebSettings
{
    /// <summary>How many requests one address may make in a minute, where nobody says: 20 a second, and 200 at once.</summary>
    public const int UsualRequestsPerMinute = 1200;

    /// <summary>The ledger: a file, or a connection string of PostgreSQL.</summary>
    public required string Ledger { get; init; }

    /// <summary>Where it listens.</summary>
    public required ListenAddress Address { get; init; }

    /// <summary>A report to its entries. Safe to call from several threads.</summary>
    public required Func<Report, ImmutableArray<Entry>> Read { get; init; }

    /// <summary>As <see cref="Read"/>, telling how far it has come; what the listener throws ends it. Null where nothing tells.</summary>
    public Func<Report, Action<ReadingStep>, ImmutableArray<Entry>>? ReadTelling { get; init; }

    /// <summary>The program and the model, as the ledger names who read a report; asked when a report is kept.</summary>
    public required Func<string> Reader { get; init; }

    /// <summary>Who is who; asked on first use.</summary>
    public Func<ActorRegister> Actors { get; init; } = () => ActorRegister.Shipped;

    /// <summary>What was learnt from corrections of this ledger; null where nothing was. Asked for each page that shows it.</summary>
    public Func<LocalConfidence?> Learnt { get; init; } = () => null;

    /// <summary>Who may do what; null where everybody who can reach the server may do everything, on loopback only.</summary>
    public TokenFile? Tokens { get; init; }

    /// <summary>The version of the program.</summary>
    public string Version { get; init; } = "0";

    /// <summary>The clock of corrections, of runs, and of the wait between two looks for new entries.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long the door of new entries waits between two looks.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Size above which the body of a request is refused. Unit: bytes.</summary>
    public int MaxBodyBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How long a caller may take over a few kilobytes of an answer; whoever takes longer is let go of.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Servers in front whose word on who asks is believed; that of others is not.</summary>
    public ImmutableArray<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Whether texts can be read without waiting for the model to be loaded.</summary>
    public Func<bool> IsAwake { get; init; } = () => true;

    /// <summary>How many requests one address may make in a minute.</summary>
    public int RequestsPerMinute { get; init; } = UsualRequestsPerMinute;

    /// <summary>Told what went wrong in the server itself, one line each.</summary>
    public Action<string> Tell { get; init; } = _ => { };
}
