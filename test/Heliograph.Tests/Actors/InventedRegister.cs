using Heliograph.Actors;

namespace Heliograph.Tests.Actors;

/// <summary>A small register of invented actors.</summary>
internal static class InventedRegister
{
    /// <summary>Cells are parted by semicolons here.</summary>
    public const string Rows = """
        id;name;aliases;adjectives;people;capital;iso2;fips;cameo;status;from;to;parent;known
        QAV;Avaria;Republic of Avaria|R.A.;Avarian;Avarian|Avarians;Belgrave;;;AVA;member;;;;2030
        QBO;Boronia;;Boronian;Boronian|Boronians;Port Lisle;;;BOR;member;;;;2030

        id;kind;name;aliases;country;code;sector;parents;from;to;known
        avarian-assembly;parliament;Grand Moot;;QAV;;LEG;;;2020;
        avarian-moot;parliament;New Moot;;QAV;;LEG;;2020;;2030
        avarian-army;army;Avarian Army;;QAV;;MIL;QAV;;;2030
        avarian-intelligence;intelligence;Inter-Branch Intelligence;IBI;QAV;;SPY;QAV;;;2030
        free-river-front;armed-group;Free River Front;FRF|River Front?;QBO;;REB;;2011;2028-05;
        harbour-union;union;Harbour Union;HU?;QBO;;LAB;;;;2030
        lisle-institute;think-tank;Lisle Institute;;QBO;;EDU;;;;2030
        river-council;intergovernmental;River Council;RC|Who;;IGOXXX;IGO;;;;2030

        id;name;aliases;gender;country
        ana-reyle;Ana Reyle;Ana M. Reyle;f;QAV
        arlo-venn;Arlo Venn;;m;QAV
        dana-threlkeld;Dana Threlkeld;;f;QBO
        omar-al-dessi;Omar al-Dessi;;m;QBO
        yusuf-marran;Yusuf Marran;;m;QAV

        id;country;organisation;titles;sector;code
        QAV/foreign-minister;QAV;;foreign minister|minister of foreign affairs;GOV;
        QAV/envoy;QAV;;envoy;GOV;
        QAV/president;QAV;;president;GOV;
        QBO/president;QBO;;president;GOV;
        avarian-army/chief;QAV;avarian-army;chief|commander|army chief;MIL;
        river-council/secretary;;river-council;secretary-general;IGO;

        office;person;from;to;known
        QAV/foreign-minister;arlo-venn;2029-02;;2030-01
        QAV/envoy;yusuf-marran;2015;2018;
        QAV/president;ana-reyle;2024-03-01;2029-03-01;
        QAV/president;arlo-venn;2029-03-01;;2030-01
        QBO/president;omar-al-dessi;2020;2028;

        person;organisation;role;from;to;known
        dana-threlkeld;lisle-institute;senior fellow;2022;;2030

        words;sector;kind
        ally;;relation
        critic;OPP;relation
        institute;EDU;group
        rebel;REB;person
        diplomat;GOV;person
        fighter;REB;
        force;MIL;group
        official;GOV;
        police;COP;group
        protester;CVL;
        """;

    public static ActorRegister Register { get; } = ActorRegister.Empty.With(Pack(Rows));

    public static RegisterPack Pack(string rows, string file = "pack.tsv") =>
        RegisterPack.Read([(file, rows.Replace("        ", "", StringComparison.Ordinal).Replace(';', '\t'))]);
}
