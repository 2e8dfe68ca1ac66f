using System.Runtime.CompilerServices;

namespace Heliograph.Language;

/// <summary>Cheap hashes of features: the same on every machine and in every run.</summary>
internal static class Hashing
{
    /// <summary>Adds a value to a hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint hash, uint value)
    {
        hash = (hash ^ value) * 0x9E3779B1;
        return hash ^ (hash >> 15);
    }

    /// <summary>The hash of one feature: a template's number and the values that it reads.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a) => Mix(Mix(template * 0x85EBCA6B, a), 0x2545F491);

    /// <inheritdoc cref="Of(uint, uint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a, uint b) => Mix(Mix(Mix(template * 0x85EBCA6B, a), b), 0x2545F491);

    /// <inheritdoc cref="Of(uint, uint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a, uint b, uint c) =>
        Mix(Mix(Mix(Mix(template * 0x85EBCA6B, a), b), c), 0x2545F491);

    /// <inheritdoc cref="Of(uint, uint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a, uint b, uint c, uint d) =>
        Mix(Mix(Mix(Mix(Mix(template * 0x85EBCA6B, a), b), c), d), 0x2545F491);
}
