namespace Heliograph.Actors;

/// <summary>What an actor is.</summary>
public enum ActorKind : byte
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A state, or a territory that acts as one.</summary>
    State,

    /// <summary>An armed group that is no state's.</summary>
    ArmedGroup,

    /// <summary>An organisation of states.</summary>
    Intergovernmental,

    /// <summary>A non-governmental organisation.</summary>
    Ngo,

    /// <summary>A party.</summary>
    Party,

    /// <summary>A coalition of parties, groups or states.</summary>
    Coalition,

    /// <summary>A parliament or one of its chambers.</summary>
    Parliament,

    /// <summary>A court.</summary>
    Court,

    /// <summary>A ministry.</summary>
    Ministry,

    /// <summary>A government.</summary>
    Government,

    /// <summary>Armed forces of a state, or one of their branches.</summary>
    Army,

    /// <summary>A police force.</summary>
    Police,

    /// <summary>An intelligence service.</summary>
    Intelligence,

    /// <summary>A think tank.</summary>
    ThinkTank,

    /// <summary>A church or another body of a religion.</summary>
    Church,

    /// <summary>A company.</summary>
    Company,

    /// <summary>A newspaper, broadcaster or news agency.</summary>
    Media,

    /// <summary>A university.</summary>
    University,

    /// <summary>A trade union.</summary>
    Union,

    /// <summary>A bank.</summary>
    Bank,

    /// <summary>An agency, such as one of a state or of the United Nations.</summary>
    Agency,

    /// <summary>A people.</summary>
    EthnicGroup,

    /// <summary>The followers of a religion or of one of its branches.</summary>
    ReligiousGroup,
}
